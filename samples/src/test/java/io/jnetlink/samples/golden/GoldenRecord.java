package io.jnetlink.samples.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One recorded run of a command of iproute2: what it sent, what the kernel answered, and what was shown afterwards.
 *
 * <p>Immutable. The components are the fields of a line of the recording, by their names in camel case.
 *
 * @param id unique name
 * @param area the group it belongs to
 * @param iproute2 version of the command
 * @param kernel release of the kernel
 * @param setup commands that ran before
 * @param linksBefore indexes of the links there were, by name
 * @param argv the command
 * @param requests what it sent, in order
 * @param exit its exit status
 * @param stdout its output
 * @param stderr its complaints
 * @param showArgv the command that showed the link afterwards
 * @param showText what that printed; null when there was no such link
 * @param showJson the same in JSON
 * @param showJsonRaw the same as text, where JSON readers would lose a repeated key
 * @param showMore further views of the same link
 * @param afterLinkHex the RTM_NEWLINK that describes the link afterwards
 * @param afterLinkinfoHex its IFLA_LINKINFO alone
 */
record GoldenRecord(
        String id,
        String area,
        String iproute2,
        String kernel,
        List<String> setup,
        Map<String, Integer> linksBefore,
        List<String> argv,
        List<Request> requests,
        int exit,
        String stdout,
        String stderr,
        @Nullable List<String> showArgv,
        @Nullable String showText,
        @Nullable JsonNode showJson,
        @Nullable String showJsonRaw,
        @Nullable List<Show> showMore,
        @Nullable String afterLinkHex,
        @Nullable String afterLinkinfoHex) {

    private static final Pattern NAMED_NAMESPACE = Pattern.compile("ip netns add (\\S+)");

    /**
     * A message that the command sent.
     *
     * @param role {@code change}, {@code get}, or {@code probe}
     * @param type its name
     * @param hex the message, sequence number zeroed
     * @param ack how the kernel acknowledged it; null when it did not
     * @param replies the kernel's messages, where they were kept
     */
    record Request(
            String role,
            String type,
            String hex,
            @Nullable Ack ack,
            @Nullable List<String> replies) {

        boolean isChange() {
            return role.equals("change");
        }

        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }

        List<byte[]> replyBytes() {
            return replies == null
                    ? List.of()
                    : replies.stream().map(HexFormat.of()::parseHex).toList();
        }
    }

    /**
     * An acknowledgement.
     *
     * @param errno 0 for success
     * @param hex the whole NLMSG_ERROR, sequence numbers and port ids zeroed; null for success
     */
    record Ack(int errno, @Nullable String hex) {}

    /** A view of the link: a command and what it printed. */
    record Show(List<String> showArgv, @Nullable String showText) {}

    /** The messages that change something. */
    List<Request> changes() {
        return requests.stream().filter(Request::isChange).toList();
    }

    /** The words behind {@code ip}. */
    List<String> words() {
        return argv.subList(1, argv.size());
    }

    /** The object word, such as {@code link}, behind the options; {@code "bridge link"} for other tools than {@code ip}. */
    String object() {
        List<String> rest = words();
        while (!rest.isEmpty() && rest.get(0).startsWith("-")) {
            rest = rest.subList(rest.get(0).equals("-n") ? 2 : 1, rest.size());
        }
        String object = rest.isEmpty() ? "" : rest.get(0);
        return argv.get(0).equals("ip") ? object : argv.get(0) + " " + object;
    }

    /** Names of namespaces that the setup made. */
    List<String> namespaces() {
        return setup.stream()
                .map(NAMED_NAMESPACE::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .toList();
    }

    /** The version of iproute2 without its patch level. */
    String dialect() {
        return iproute2.substring(0, iproute2.indexOf('.', iproute2.indexOf('.') + 1));
    }

    Optional<byte[]> afterLink() {
        return Optional.ofNullable(afterLinkHex).map(HexFormat.of()::parseHex);
    }

    Optional<byte[]> afterLinkinfo() {
        return Optional.ofNullable(afterLinkinfoHex).map(HexFormat.of()::parseHex);
    }

    @Override
    public String toString() {
        return id + argv.stream().collect(Collectors.joining(" ", " [", "]"));
    }
}
