package io.jnetlink.ovs.text;

/**
 * What stands behind the match in a line of {@code dump-flows}.
 *
 * @param stats counters
 * @param actions where the actions stand
 */
record LineText(StatsText stats, TextCursor actions) {

    /** How the part begins. */
    static final String STATS = ", packets:";

    private static final String SEPARATOR = ", ";
    private static final String ACTIONS = ", actions:";
    private static final String EXTRA = ", dp-extra-info:";

    /**
     * @param start where the match ends
     */
    static LineText parse(String line, int start) {
        TextCursor in = new TextCursor(line, start, line.length());
        if (!in.looksAt(STATS)) {
            throw in.failure("\"" + STATS + "\"");
        }
        in.expect(SEPARATOR);
        StatsText stats = StatsText.parse(in);
        for (String word : new String[] {", offloaded:", ", dp:"}) {
            if (in.skip(word)) {
                in.takeWhile(c -> c != ',');
            }
        }
        in.expect(ACTIONS);
        int extra = line.indexOf(EXTRA, in.position());
        return new LineText(stats, new TextCursor(line, in.position(), extra < 0 ? line.length() : extra));
    }
}
