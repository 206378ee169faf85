package io.jnetlink.samples.ovs.flow;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.rule.Flow;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code dump-flows [DP] [filter=FILTER] [type=TYPE]}: flows of a kernel's datapath are all of type {@code ovs}. Stateless. */
public final class DumpFlows implements JovsCommand {

    private static final String FILTER = "filter=";

    @Override
    public int run(JovsSession session, List<String> words) {
        Optional<String> name = Optional.empty();
        Optional<String> filter = Optional.empty();
        for (String word : words) {
            if (word.startsWith(FILTER)) {
                filter = Optional.of(word.substring(FILTER.length()));
            } else if (!word.startsWith("type=") && !word.startsWith("pmd=")) {
                if (name.isPresent()) {
                    throw JovsException.of("\"" + word + "\" is one word too many");
                }
                name = Optional.of(word);
            }
        }
        Datapath datapath = name.map(session::datapath).orElseGet(session::onlyDatapath);
        Predicate<Flow> wanted = filter.<Predicate<Flow>>map(text -> FlowFilter.parse(session, datapath, text))
                .orElse(flow -> true);
        print(session, datapath, wanted);
        return DONE;
    }

    private static void print(JovsSession session, Datapath datapath, Predicate<Flow> wanted) {
        FlowPrinter printer = FlowPrinter.of(session, datapath);
        List<Object> json = new ArrayList<>();
        for (Flow flow : session.ovs().flows().list(datapath)) {
            if (!wanted.test(flow)) {
                continue;
            }
            if (session.options().json()) {
                json.add(printer.json(flow));
            } else {
                session.out().println(printer.line(flow));
            }
        }
        if (session.options().json()) {
            session.printJson(json);
        }
    }
}
