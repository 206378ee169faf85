/** Writes Java sources from the model of a netlink family. */
@SuppressWarnings("requires-automatic")
module io.jnetlink.generator {
    requires com.palantir.javapoet;
    requires transitive io.jnetlink.spec;
    requires java.compiler;
    requires static org.jspecify;

    exports io.jnetlink.generator;
}
