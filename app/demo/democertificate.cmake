# SPDX-FileCopyrightText: 2026 The Postern authors
# SPDX-License-Identifier: GPL-3.0-or-later

find_program(OPENSSL openssl REQUIRED)

# postern_add_demo_certificates(<target>)
#
# Makes the demonstration's two self-signed certificates while building, and puts them and their
# keys under :/demo of the target. Every build directory has its own keys: none is ever published
# or found in the source tree. To be called once, in the directory that defines the target.
function(postern_add_demo_certificates target)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/demo-certificates)
    set(request ${folder}/request.cnf)
    # A configuration of our own, so that the system's openssl.cnf cannot add anything.
    file(CONFIGURE OUTPUT ${request} CONTENT [[
[req]
prompt = no
distinguished_name = name
x509_extensions = extensions
[name]
CN = Postern demonstration
[extensions]
basicConstraints = critical, CA:FALSE
subjectKeyIdentifier = hash
extendedKeyUsage = serverAuth
subjectAltName = @names
[names]
DNS.1 = demo.example
DNS.2 = imap.demo.example
DNS.3 = pop.demo.example
DNS.4 = smtp.demo.example
]] @ONLY)

    set(files)
    foreach(number "" 2)
        set(certificate ${folder}/certificate${number}.pem)
        set(key ${folder}/key${number}.pem)
        add_custom_command(
            OUTPUT ${certificate} ${key}
            COMMAND ${OPENSSL} req -x509 -batch -config ${request} -days 730 -sha256
                -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes
                -keyout ${key} -out ${certificate}
            DEPENDS ${request}
            COMMENT "Making the demonstration's certificate${number}.pem"
            VERBATIM)
        list(APPEND files ${certificate} ${key})
    endforeach()

    qt_add_resources(${target} demo_certificates PREFIX /demo BASE ${folder} FILES ${files})
endfunction()
