package io.jnetlink.ovs.text;

import io.jnetlink.wire.MessageWriter;

/** The attributes of a key and of its mask, side by side in the order of the text. Not thread-safe. */
final class KeyWriter {

    private final MessageWriter key = MessageWriter.onHeap();
    private final MessageWriter mask = MessageWriter.onHeap();

    MessageWriter key() {
        return key;
    }

    MessageWriter mask() {
        return mask;
    }

    /** The same attribute for both. */
    void put(int attribute, MaskedBytes bytes) {
        key.putBytes(attribute, bytes.valueBytes());
        mask.putBytes(attribute, bytes.maskBytes());
    }

    /** Fills a nest of the same number in both. */
    void nest(int attribute, Runnable content) {
        int keyMark = key.begin(attribute);
        int maskMark = mask.begin(attribute);
        content.run();
        key.end(keyMark);
        mask.end(maskMark);
    }
}
