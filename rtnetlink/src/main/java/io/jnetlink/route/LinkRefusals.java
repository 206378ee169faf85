package io.jnetlink.route;

import io.jnetlink.client.RefusalExplainer;
import io.jnetlink.client.RefusedRequest;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.sys.Errno;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel means when it refuses a request about links by an error number alone.
 *
 * <p>Immutable. Found as a service; nobody needs to call it.
 */
public final class LinkRefusals implements RefusalExplainer {

    private static final String FAMILY = "rt-link";
    private static final String NO_SUCH_LINK = "there is no link of this name or index in this network namespace";

    /** For the service loader. */
    public LinkRefusals() {}

    @Override
    public Optional<String> explain(RefusedRequest refused) {
        if (!refused.operation().family().name().equals(FAMILY)) {
            return Optional.empty();
        }
        int errno = refused.errno().number();
        return Optional.ofNullable(
                switch (refused.operation().name()) {
                    case "getlink" -> errno == Errno.ENODEV ? NO_SUCH_LINK : null;
                    case "dellink" -> deletion(errno);
                    case "newlink", "setlink" -> change(refused, errno);
                    case "newlinkprop", "dellinkprop" -> property(errno);
                    default -> null;
                });
    }

    private static @Nullable String deletion(int errno) {
        return switch (errno) {
            case Errno.ENODEV -> NO_SUCH_LINK;
            case Errno.EOPNOTSUPP -> "only links that a request has made can be deleted; this one belongs to a driver";
            default -> null;
        };
    }

    private static @Nullable String property(int errno) {
        return switch (errno) {
            case Errno.ENODEV -> NO_SUCH_LINK;
            case Errno.EEXIST -> "one of the names is taken by a link";
            case Errno.ENOENT -> "the link has no such alternative name";
            default -> null;
        };
    }

    private static @Nullable String change(RefusedRequest refused, int errno) {
        return switch (errno) {
            case Errno.EEXIST -> "a link has this name already, as its own or as an alternative one";
            case Errno.ENODEV ->
                refused.creates()
                        ? "a device that it refers to, such as a lower device or a master, does not exist"
                        : NO_SUCH_LINK + ", or it does not have a device that the request refers to";
            case Errno.EADDRNOTAVAIL -> "the link-layer address is all zero, or one of a group";
            case Errno.ENFILE -> "all numbers that the name's template allows are taken";
            case Errno.ELOOP, Errno.EMLINK -> "links would lie over each other in a circle, or too many levels deep";
            case Errno.ENETDOWN -> "the link below it is down";
            default -> refused.body() instanceof LinkMessage link ? byContent(refused, link, errno) : null;
        };
    }

    private static @Nullable String byContent(RefusedRequest refused, LinkMessage link, int errno) {
        LinkAttrs attributes = link.attributes();
        boolean hasKind = attributes.hasLinkinfo() && attributes.linkinfo().hasKind();
        return switch (errno) {
            case Errno.EBUSY ->
                refused.creates() && link.header().ifiIndex() != 0
                        ? "index " + link.header().ifiIndex() + " is taken by a link"
                        : "the link is up, or something uses it, while this change needs it idle";
            case Errno.EOPNOTSUPP -> hasKind ? unknownKind(attributes.linkinfo().kind()) : null;
            // Who knows the kind tells more.
            case Errno.EADDRINUSE ->
                hasKind
                        ? null
                        : "the UDP port that it needs when it is raised is taken, by another program or by a tunnel with"
                                + " other settings";
            case Errno.EINVAL ->
                attributes.hasMtu() ? "an MTU of " + attributes.mtu() + " bytes is not possible for this link" : null;
            case Errno.ESRCH ->
                attributes.hasNetNsPid()
                        ? "there is no process " + attributes.netNsPid() + ", whose network namespace it shall go to"
                        : null;
            case Errno.EBADF ->
                attributes.hasNetNsFd()
                        ? "descriptor " + attributes.netNsFd()
                                + " of this process is not open, so it is no network namespace"
                        : null;
            default -> null;
        };
    }

    private static String unknownKind(String kind) {
        return "the running kernel has no links of kind " + kind
                + ", whose module may not be loaded, or does not let them be changed so";
    }
}
