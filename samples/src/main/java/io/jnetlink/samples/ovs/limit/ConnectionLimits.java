package io.jnetlink.samples.ovs.limit;

import io.jnetlink.ovs.limit.CtLimit;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import io.jnetlink.sys.Errno;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ct-set-limits}, {@code ct-get-limits} and {@code ct-del-limits}. A datapath that is named must be there, but the
 * limits are those of all datapaths. Stateless.
 */
public final class ConnectionLimits {

    private static final String DEFAULT = "default=";
    private static final String ZONE = "zone=";
    private static final String LIMIT = "limit=";

    private ConnectionLimits() {}

    /** {@code ct-set-limits [DP] [default=L] [zone=N,limit=L]...} */
    public static int set(JovsSession session, List<String> words) {
        List<String> arguments = withoutDatapath(session, words);
        if (arguments.isEmpty()) {
            throw JovsException.of("no limit to set: default=LIMIT or zone=ZONE,limit=LIMIT is needed", Errno.EINVAL);
        }
        List<CtLimit> limits = new ArrayList<>();
        for (String argument : arguments) {
            limits.add(argument.startsWith(DEFAULT) ? ofOthers(argument) : ofZone(argument));
        }
        try {
            session.ovs().ctLimits().set(limits);
            return 0;
        } catch (RuntimeException e) {
            throw JovsException.of("failed to set conntrack limit", e);
        }
    }

    /** {@code ct-get-limits [DP] [zone=N1[,N2]...]} */
    public static int get(JovsSession session, List<String> words) {
        List<String> arguments = withoutDatapath(session, words);
        List<CtLimit> limits;
        try {
            limits = arguments.isEmpty()
                    ? session.ovs().ctLimits().list()
                    : session.ovs().ctLimits().get(zones(arguments.get(0)));
        } catch (JovsException e) {
            throw e;
        } catch (RuntimeException e) {
            throw JovsException.of("failed to get conntrack limit", e);
        }
        if (session.options().json()) {
            session.printJson(limits.stream().map(ConnectionLimits::json).toList());
        } else {
            limits.stream().map(ConnectionLimits::line).forEach(session.out()::println);
        }
        return 0;
    }

    /** {@code ct-del-limits [DP] zone=N1[,N2]...} */
    public static int delete(JovsSession session, List<String> words) {
        List<String> arguments = withoutDatapath(session, words);
        if (arguments.isEmpty()) {
            throw JovsException.of("no zone: zone=ZONE[,ZONE...] is needed", Errno.EINVAL);
        }
        try {
            session.ovs().ctLimits().reset(zones(arguments.get(0)));
            return 0;
        } catch (JovsException e) {
            throw e;
        } catch (RuntimeException e) {
            throw JovsException.of("failed to delete conntrack limit", e);
        }
    }

    private static List<String> withoutDatapath(JovsSession session, List<String> words) {
        if (!words.isEmpty() && words.get(0).indexOf('=') < 0) {
            session.datapath(words.get(0));
            return words.subList(1, words.size());
        }
        session.onlyDatapath();
        return words;
    }

    private static CtLimit ofOthers(String argument) {
        return CtLimit.ofOthers(number(argument.substring(DEFAULT.length()))
                .orElseThrow(() -> JovsException.of("invalid default limit", Errno.EINVAL)));
    }

    private static CtLimit ofZone(String argument) {
        Optional<Long> zone = Optional.empty();
        Optional<Long> limit = Optional.empty();
        for (String part : argument.split(",")) {
            if (part.startsWith(ZONE)) {
                zone = number(part.substring(ZONE.length()));
            } else if (part.startsWith(LIMIT)) {
                limit = number(part.substring(LIMIT.length()));
            } else {
                throw JovsException.of("invalid zone limit field: " + part, Errno.EINVAL);
            }
        }
        if (zone.isEmpty() || limit.isEmpty() || zone.get() > 0xffff) {
            throw JovsException.of("failed to parse zone limit", Errno.EINVAL);
        }
        return CtLimit.of(zone.get().intValue(), limit.get());
    }

    private static List<Integer> zones(String argument) {
        if (!argument.startsWith(ZONE)) {
            throw JovsException.of("invalid argument " + argument, Errno.EINVAL);
        }
        return Arrays.stream(argument.substring(ZONE.length()).split(","))
                .map(text -> number(text)
                        .filter(zone -> zone <= 0xffff)
                        .orElseThrow(() -> JovsException.of("\"" + text + "\" is no zone", Errno.EINVAL)))
                .map(Long::intValue)
                .toList();
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,10}") && Long.parseLong(text) <= 0xffff_ffffL
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }

    private static String line(CtLimit limit) {
        return limit.isDefault()
                ? "default limit=" + limit.limit()
                : ZONE + limit.zone() + "," + LIMIT + limit.limit() + ",count=" + limit.count();
    }

    private static Map<String, Object> json(CtLimit limit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("zone", limit.isDefault() ? "default" : limit.zone());
        json.put("limit", limit.limit());
        if (!limit.isDefault()) {
            json.put("count", limit.count());
        }
        return json;
    }
}
