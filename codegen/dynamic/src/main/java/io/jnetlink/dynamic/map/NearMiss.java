package io.jnetlink.dynamic.map;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Guesses which known name a misspelt one was meant to be. Stateless. */
public final class NearMiss {

    private NearMiss() {}

    /** The known name nearest to a wrong one; empty if none resembles it. */
    public static Optional<String> of(String wrong, Iterable<String> known) {
        int tolerated = Math.max(1, plain(wrong).length() / 3);
        return StreamSupport.stream(known.spliterator(), false)
                .filter(k -> distance(plain(wrong), plain(k)) <= tolerated || contains(wrong, k))
                .min(Comparator.comparingInt((String k) -> distance(plain(wrong), plain(k)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A half sentence with the guess, or nothing. */
    public static String hint(String wrong, Iterable<String> known) {
        return of(wrong, known).map(k -> "; did you mean " + k + "?").orElse("");
    }

    /** Letters and digits only, in lower case: how a Java name and a spec name are compared. */
    public static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                plain.append(name.charAt(i));
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean contains(String wrong, String known) {
        String a = plain(wrong);
        String b = plain(known);
        return Math.min(a.length(), b.length()) > 2 && (a.contains(b) || b.contains(a));
    }

    /** Number of letters to insert, delete or replace, or of neighbours to swap. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, i, b, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, int i, String b, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
