// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timelineview.h"

#include "stagewords.h"
#include "theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostZoom = 64;
constexpr double zoomStep = 1.5;
constexpr double thinnestBar = 2; // pixels: what took no time is still there

ColorRole colorOf(Stage stage)
{
    switch (stage) {
    case Stage::Resolve:
    case Stage::Connect:
        return ColorRole::Muted;
    case Stage::Greeting:
    case Stage::StartTls:
        return ColorRole::Caution;
    case Stage::Handshake:
        return ColorRole::Good;
    case Stage::Capabilities:
        break;
    }
    return ColorRole::Accent;
}

/// Bars with the name of their stage in them, where there is room; neighbours differ in height too.
class BarDelegate final : public QStyledItemDelegate
{
public:
    BarDelegate(const TimelineModel &model, QObject *parent)
        : QStyledItemDelegate(parent),
          m_model(model)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const double span = m_model.endMs() - m_model.startMs();
        const auto stages = index.data(TimelineModel::StagesRole).value<QList<StageTiming>>();
        const QRectF room = QRectF(option.rect).adjusted(2, 3, -2, -3);
        const bool isMirrored = option.direction == Qt::RightToLeft;
        painter->save();
        for (const StageTiming &timing : stages) {
            const double left = span > 0 ? (timing.startMs - m_model.startMs()) / span : 0;
            const double width = span > 0 ? (timing.endMs - timing.startMs) / span : 1;
            QRectF bar(room.left() + left * room.width(), room.top(),
                qMax(thinnestBar, width * room.width()), room.height());
            if (isMirrored)
                bar.moveRight(room.right() - left * room.width());
            if (static_cast<int>(timing.stage) % 2 == 1)
                bar.adjust(0, 2, 0, -2);
            paintBar(painter, bar, timing.stage, option);
        }
        painter->restore();
    }

private:
    static void paintBar(
        QPainter *painter, const QRectF &bar, Stage stage, const QStyleOptionViewItem &option)
    {
        painter->fillRect(bar, Theme::color(colorOf(stage)));
        const QString name = StageWords::name(stage);
        if (option.fontMetrics.horizontalAdvance(name) + Theme::spacing > bar.width())
            return;
        painter->setPen(option.palette.color(QPalette::Base));
        painter->drawText(bar, Qt::AlignCenter, name);
    }

    const TimelineModel &m_model;
};

} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QWidget(parent),
      m_model(new TimelineModel(this)),
      m_table(new QTableView)
{
    m_table->setObjectName(u"timeline"_s);
    m_table->setAccessibleName(tr("Timeline"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(TimelineModel::Bars, new BarDelegate(*m_model, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 10);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->viewport()->installEventFilter(this);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TimelineView::fitColumns);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::spacing);
    layout->addWidget(makeZoom());
    layout->addWidget(m_table, 1);
}

QWidget *TimelineView::makeZoom()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(Theme::spacing);
    row->addWidget(Theme::makeLabel(tr("Each bar is a stage, all on one scale.")), 1);
    const auto add = [&](const QString &text, const QString &accessible, const QString &name,
                         auto &&newZoom) {
        auto *button = new QPushButton(text);
        button->setAccessibleName(accessible);
        button->setToolTip(accessible);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, newZoom] { setZoom(newZoom(m_zoom)); });
        row->addWidget(button);
    };
    add(u"−"_s, tr("Zoom out"), u"zoomOut"_s, [](double zoom) { return zoom / zoomStep; });
    add(u"+"_s, tr("Zoom in"), u"zoomIn"_s, [](double zoom) { return zoom * zoomStep; });
    add(tr("Whole"), tr("Show the whole time"), u"zoomWhole"_s, [](double) { return 1.0; });
    return box;
}

void TimelineView::setZoom(double zoom)
{
    m_zoom = qBound(1.0, zoom, mostZoom);
    fitColumns();
}

bool TimelineView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitColumns();
    if (event->type() == QEvent::Wheel) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        if (wheel->modifiers() & Qt::ControlModifier) {
            setZoom(wheel->angleDelta().y() > 0 ? m_zoom * zoomStep : m_zoom / zoomStep);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::ZoomIn))
        setZoom(m_zoom * zoomStep);
    else if (event->matches(QKeySequence::ZoomOut))
        setZoom(m_zoom / zoomStep);
    else if (event->key() == Qt::Key_0 && event->modifiers() & Qt::ControlModifier)
        setZoom(1);
    else
        QWidget::keyPressEvent(event);
}

/// The bars take what the texts leave, times the zoom.
void TimelineView::fitColumns()
{
    int left = m_table->viewport()->width();
    for (const int column : {TimelineModel::Name, TimelineModel::Start, TimelineModel::Duration}) {
        m_table->resizeColumnToContents(column);
        left -= m_table->columnWidth(column);
    }
    constexpr int narrowest = 120;
    m_table->setColumnWidth(TimelineModel::Bars, static_cast<int>(qMax(left, narrowest) * m_zoom));
}

} // namespace postern
