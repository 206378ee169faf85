package io.jnetlink.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/** A script in place of the lab's, which runs the command in the running kernel or goes wrong in some way. */
final class FakeLab {

    /** Runs the command as the real one does, without the kernel. */
    static final String OBEYS = "while [ \"$1\" != -- ]; do shift; done; shift; JNETLINK_LAB=inside exec \"$@\"";

    private FakeLab() {}

    static TestSites sites(Path directory, String check, String body) throws IOException {
        Path script = directory.resolve("lab");
        Files.writeString(script, "#!/bin/sh\nif [ \"$1\" = --check ]; then " + check + "; exit; fi\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        KernelLab lab = KernelLab.at(script);
        return new TestSites(false, new Properties(), () -> Optional.of("no Open vSwitch here"), () -> lab);
    }
}
