package io.jnetlink.ovs.text;

/** How digits are chosen for a number. */
enum NumberStyle {
    /** Base ten. */
    DECIMAL {
        @Override
        void append(StringBuilder out, long number) {
            out.append(Long.toUnsignedString(number));
        }
    },
    /** Base sixteen behind {@code 0x}, but a plain {@code 0}. */
    HEX {
        @Override
        void append(StringBuilder out, long number) {
            out.append(number == 0 ? "" : "0x").append(Long.toHexString(number));
        }
    },
    /** Base sixteen behind {@code 0x}, also for zero. */
    PREFIXED_HEX {
        @Override
        void append(StringBuilder out, long number) {
            out.append("0x").append(Long.toHexString(number));
        }
    },
    /** At least four digits of base sixteen behind {@code 0x}. */
    FOUR_HEX {
        @Override
        void append(StringBuilder out, long number) {
            out.append(String.format("0x%04x", number));
        }
    };

    abstract void append(StringBuilder out, long number);
}
