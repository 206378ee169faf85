package io.jnetlink.message;

import io.jnetlink.Hex;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.wire.MessageWriter;
import java.util.function.Consumer;

/** The least that a generated builder is. */
final class DemoBuilder extends AttributeBuilder {

    private DemoBuilder(AttributeSet set, MessageWriter out) {
        super(set, out);
    }

    static DemoBuilder link() {
        return new DemoBuilder(DemoFamily.LINK, MessageWriter.onHeap());
    }

    static DemoBuilder link(MessageWriter out) {
        return new DemoBuilder(DemoFamily.LINK, out);
    }

    /** Fills a nest as generated setters do. */
    void nest(int number, String set, Consumer<DemoBuilder> content) {
        int mark = beginNest(number, true);
        content.accept(new DemoBuilder(DemoFamily.FAMILY.attributeSet(set), out()));
        endNest(mark);
    }

    void addNest(int number, String set, Consumer<DemoBuilder> content) {
        int mark = beginAdditionalNest(number, false);
        content.accept(new DemoBuilder(DemoFamily.FAMILY.attributeSet(set), out()));
        endNest(mark);
    }

    String hex() {
        return Hex.text(writtenBytes());
    }
}
