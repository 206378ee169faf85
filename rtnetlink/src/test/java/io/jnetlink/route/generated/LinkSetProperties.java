package io.jnetlink.route.generated;

import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.generated.GeneratedSetProperties;
import java.nio.file.Path;

/** What every generated attribute set of the link family must do. */
class LinkSetProperties extends GeneratedSetProperties {

    LinkSetProperties() {
        super(
                NetlinkArbitraries.ofSpec(Path.of(System.getProperty("basedir", "."), "src/main/netlink/rt-link.yaml")),
                "io.jnetlink.route.link");
    }
}
