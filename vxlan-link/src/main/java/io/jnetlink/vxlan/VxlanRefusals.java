package io.jnetlink.vxlan;

import io.jnetlink.client.RefusalExplainer;
import io.jnetlink.client.RefusedRequest;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoVxlanAttrs;
import io.jnetlink.sys.Errno;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel means when it refuses a VXLAN device by an error number alone.
 *
 * <p>Immutable. Found as a service; nobody needs to call it.
 */
public final class VxlanRefusals implements RefusalExplainer {

    /** The port that the kernel takes if none is given. */
    private static final int KERNEL_PORT = 8472;

    /** For the service loader. */
    public VxlanRefusals() {}

    @Override
    public Optional<String> explain(RefusedRequest refused) {
        boolean change = refused.is("rt-link", "newlink") || refused.is("rt-link", "setlink");
        return change && refused.body() instanceof LinkMessage link && isVxlan(link)
                ? Optional.ofNullable(explain(refused, link))
                : Optional.empty();
    }

    private static boolean isVxlan(LinkMessage link) {
        return link.attributes().hasLinkinfo()
                && link.attributes().linkinfo().hasKind()
                && link.attributes().linkinfo().kind().equals(VxlanLink.KIND);
    }

    private static @Nullable String explain(RefusedRequest refused, LinkMessage link) {
        LinkinfoVxlanAttrs options = link.attributes().linkinfo().hasDataVxlan()
                ? link.attributes().linkinfo().dataVxlan()
                : LinkinfoVxlanAttrs.builder().build();
        return switch (refused.errno().number()) {
            case Errno.EEXIST ->
                refused.creates()
                        // Later kernels say so themselves.
                        ? "before Linux 4.14, another VXLAN device has VNI " + (options.hasId() ? options.id() : 0)
                                + " on " + port(options)
                        : null;
            case Errno.EADDRINUSE ->
                port(options) + " is taken, by another program or by a VXLAN device that is up with other settings";
            case Errno.EAFNOSUPPORT -> "the running kernel has no IPv6, or it is turned off";
            default -> null;
        };
    }

    private static String port(LinkinfoVxlanAttrs options) {
        return "UDP port " + (options.hasPort() && options.port() != 0 ? options.port() : KERNEL_PORT);
    }
}
