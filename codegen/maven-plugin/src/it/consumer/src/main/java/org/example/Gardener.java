package org.example;

import io.jnetlink.client.Dump;
import io.jnetlink.client.Notification;
import io.jnetlink.client.Subscription;
import io.jnetlink.client.SubscriptionEvent;
import io.jnetlink.genl.GenericNetlink;
import java.time.Duration;
import java.util.Optional;
import org.example.greenhouse.Bed;
import org.example.greenhouse.Greenhouse;
import org.example.greenhouse.GreenhouseClient;
import org.example.greenhouse.Kind;

/** Never run, since no kernel has the family: it shows how generated code is used, and must compile. */
final class Gardener {

    private Gardener() {}

    public static void main(String[] arguments) {
        try (GenericNetlink generic = GenericNetlink.open()) {
            GreenhouseClient beds = new GreenhouseClient(generic.client());
            Bed third = Bed.builder().number(3).build();

            beds.bedSet(third.toBuilder().kind(Kind.CUCUMBER).build());      // do, only acknowledged
            Optional<Bed> planted = beds.bedGet(third);                      // do, answered
            Dump<Bed> all = beds.bedGetDump();                               // dump, as values
            beds.bedGetDump(bed -> System.out.println(bed.label()));         // dump, through one view

            try (Subscription alarms = beds.subscribe("heat")) {
                SubscriptionEvent event = alarms.next(Duration.ofSeconds(5)).orElseThrow();
                if (event instanceof Notification told && told.is(Greenhouse.BED_NTF)) {
                    System.out.println(told.body(Greenhouse.BED_NTF).temperature());
                }
            }
            System.out.println(planted + " is one of " + all.messages().size());
        }
    }
}
