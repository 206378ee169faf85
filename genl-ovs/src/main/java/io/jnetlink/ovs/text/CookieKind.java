package io.jnetlink.ovs.text;

import java.util.List;

/** The kinds of cookies that have a form of their own. */
enum CookieKind {
    /** Samples for sFlow. */
    SFLOW("sFlow", 1) {
        private static final int TCI_AT = 24;
        private static final int OUTPUT_AT = 28;
        private static final long PRESENT = 0x1000;

        @Override
        void parse(TextCursor in, Cookie into, TextContext context) {
            in.expect("vid=");
            long vid = in.number(12);
            in.expect(",pcp=");
            long tci = vid | in.number(3) << 13;
            in.expect(",output=");
            into.putBigEndian(TCI_AT, Short.BYTES, tci == 0 ? 0 : tci | PRESENT);
            into.put(OUTPUT_AT, Integer.BYTES, in.number(Integer.SIZE));
        }

        @Override
        void format(StringBuilder out, Cookie from, TextContext context) {
            long tci = from.getBigEndian(TCI_AT, Short.BYTES);
            out.append("vid=").append(tci & 0xfff).append(",pcp=").append(tci >>> 13);
            out.append(",output=").append(from.get(OUTPUT_AT, Integer.BYTES));
        }
    },

    /** Packets that ovs-vswitchd handles itself. */
    SLOW_PATH("slow_path", 2) {
        private static final int REASON_AT = 28;
        /** Open vSwitch reads the one and prints the other. */
        private static final String EITHER = "|,";

        private static final FlagWords REASONS =
                new FlagWords(List.of("cfm", "bfd", "lacp", "stp", "lldp", "action", "match"));

        @Override
        void parse(TextCursor in, Cookie into, TextContext context) {
            into.put(REASON_AT, Integer.BYTES, REASONS.joined(in, EITHER));
        }

        @Override
        void format(StringBuilder out, Cookie from, TextContext context) {
            REASONS.append(out, from.get(REASON_AT, Integer.BYTES), ',');
        }
    },

    /** Samples of single flows for IPFIX. */
    FLOW_SAMPLE("flow_sample", 3) {
        private static final List<CookieField> FIELDS = List.of(
                new CookieField("probability", 24, Short.BYTES),
                new CookieField("collector_set_id", 28, Integer.BYTES),
                new CookieField("obs_domain_id", 32, Integer.BYTES),
                new CookieField("obs_point_id", 36, Integer.BYTES));
        private static final int PORT_AT = 40;
        private static final int DIRECTION_AT = 44;
        private static final List<String> DIRECTIONS = List.of("", ",ingress", ",egress");

        @Override
        void parse(TextCursor in, Cookie into, TextContext context) {
            CookieField.parseAll(FIELDS, in, into);
            in.expect(",output_port=");
            into.put(PORT_AT, Integer.BYTES, PortText.parse(in, context, ",)"));
            for (int i = 1; i < DIRECTIONS.size(); i++) {
                if (in.skip(DIRECTIONS.get(i))) {
                    into.put(DIRECTION_AT, Integer.BYTES, i);
                    return;
                }
            }
        }

        @Override
        void format(StringBuilder out, Cookie from, TextContext context) {
            CookieField.formatAll(FIELDS, out, from);
            context.appendPort(out.append(",output_port="), from.get(PORT_AT, Integer.BYTES));
            long direction = from.get(DIRECTION_AT, Integer.BYTES);
            out.append(direction < DIRECTIONS.size() ? DIRECTIONS.get((int) direction) : "");
        }
    },

    /** Samples of a whole bridge for IPFIX. */
    IPFIX("ipfix", 4) {
        private static final int PORT_AT = 24;

        @Override
        void parse(TextCursor in, Cookie into, TextContext context) {
            in.expect("output_port=");
            into.put(PORT_AT, Integer.BYTES, PortText.parse(in, context, ",)"));
        }

        @Override
        void format(StringBuilder out, Cookie from, TextContext context) {
            context.appendPort(out.append("output_port="), from.get(PORT_AT, Integer.BYTES));
        }
    },

    /** Packets for an OpenFlow controller. */
    CONTROLLER("controller", 5) {
        private static final List<CookieField> FIRST = List.of(
                new CookieField("reason", 26, Short.BYTES),
                new CookieField("dont_send", 24, 1),
                new CookieField("continuation", 25, 1),
                new CookieField("recirc_id", 28, Integer.BYTES));
        private static final int RULE_AT = 32;
        private static final List<CookieField> LAST =
                List.of(new CookieField("controller_id", 40, Short.BYTES), new CookieField("max_len", 42, Short.BYTES));

        @Override
        void parse(TextCursor in, Cookie into, TextContext context) {
            CookieField.parseAll(FIRST, in, into);
            in.expect(",rule_cookie=");
            into.putBigEndian(RULE_AT, Long.BYTES, in.number(Long.SIZE));
            in.expect(",");
            CookieField.parseAll(LAST, in, into);
        }

        @Override
        void format(StringBuilder out, Cookie from, TextContext context) {
            CookieField.formatAll(FIRST, out, from);
            NumberStyle.HEX.append(out.append(",rule_cookie="), from.getBigEndian(RULE_AT, Long.BYTES));
            CookieField.formatAll(LAST, out.append(','), from);
        }
    };

    private final String text;
    private final int number;

    CookieKind(String text, int number) {
        this.text = text;
        this.number = number;
    }

    String text() {
        return text;
    }

    int number() {
        return number;
    }

    /** Reads what stands between the parentheses. */
    abstract void parse(TextCursor in, Cookie into, TextContext context);

    /** Writes what stands between the parentheses. */
    abstract void format(StringBuilder out, Cookie from, TextContext context);
}
