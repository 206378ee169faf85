package io.jnetlink.route.generated;

import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.generated.GeneratedBodyProperties;
import io.jnetlink.route.link.RtLink;
import java.nio.file.Path;

/** What the body of every operation of the link family must do. */
class LinkBodyProperties extends GeneratedBodyProperties {

    LinkBodyProperties() {
        super(
                NetlinkArbitraries.ofSpec(Path.of(System.getProperty("basedir", "."), "src/main/netlink/rt-link.yaml")),
                RtLink.class);
    }
}
