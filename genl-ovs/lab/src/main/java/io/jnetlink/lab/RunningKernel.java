package io.jnetlink.lab;

import io.jnetlink.NetlinkException;
import io.jnetlink.genl.GenericNetlink;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the running kernel lacks for a test of the Open vSwitch datapath. */
final class RunningKernel {

    private static final String FAMILY = "ovs_datapath";
    private static final long PATIENCE_SECONDS = 10;

    private RunningKernel() {}

    /** Looks it up. The look-up makes the kernel load the module if there is one. */
    static Optional<String> obstacleToOpenVSwitch() {
        try (GenericNetlink generic = GenericNetlink.open()) {
            if (generic.find(FAMILY).isEmpty()) {
                return Optional.of("the running kernel has no Open vSwitch (generic netlink family " + FAMILY + ")");
            }
        } catch (NetlinkException | UnsatisfiedLinkError e) {
            return Optional.of("the running kernel could not be asked for Open vSwitch: " + e.getMessage());
        }
        return obstacleToNamespaces();
    }

    private static Optional<String> obstacleToNamespaces() {
        try {
            Process process = new ProcessBuilder("unshare", "--net", "true").start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.of("the running kernel does not answer to a request for a network namespace");
            }
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of("network namespaces are not permitted in the running kernel");
        } catch (IOException e) {
            return Optional.of("no network namespaces: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while the running kernel was asked for a network namespace");
        }
    }
}
