package io.jnetlink.samples.golden;

import java.util.regex.Pattern;

/** How the timers of bridges are compared. Stateless. */
final class Timers {

    private static final Pattern TIMER = Pattern.compile("(_timer\"?:? *)\\d+\\.\\d+");

    private Timers() {}

    /** The printed text without the values of timers, which ran on between the message that was kept and the text. */
    static String stopped(String text) {
        return TIMER.matcher(text).replaceAll("$1");
    }
}
