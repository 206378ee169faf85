package io.jnetlink.samples.golden;

/** How complaints on standard error are compared. Stateless. */
final class Complaints {

    private static final String USAGE = "Usage: ";

    private Complaints() {}

    /**
     * The complaint up to a usage text: {@code jip} has words of its own for those, so only the complaint before it is held against
     * that of {@code ip}.
     */
    static String withoutUsage(String standardError) {
        int usage = standardError.startsWith(USAGE) ? 0 : standardError.indexOf("\n" + USAGE);
        return usage < 0 ? standardError : standardError.substring(0, usage);
    }
}
