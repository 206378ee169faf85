/** Reads YAML specs of netlink families into a resolved model. */
module io.jnetlink.spec {
    requires static org.jspecify;
    requires org.snakeyaml.engine;

    exports io.jnetlink.spec;
    exports io.jnetlink.spec.ir;
}
