package io.jnetlink.ovs.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.flow.TunnelKeyAttrs;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import java.lang.reflect.Field;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The numbers in this package's tables are those of the generated messages. */
class NumbersTest {

    @Test
    void keys() throws IllegalAccessException {
        check(KeyNumbers.class, KeyAttrs.builder().build().schema(), Set.of());
    }

    @Test
    void tunnelKeys() throws IllegalAccessException {
        check(TunnelNumbers.class, TunnelKeyAttrs.builder().build().schema(), Set.of("GTPU_OPTS"));
    }

    private static void check(Class<?> numbers, AttributeSet schema, Set<String> exceptions)
            throws IllegalAccessException {
        for (Field field : numbers.getDeclaredFields()) {
            if (field.getType() == int.class && !exceptions.contains(field.getName())) {
                AttributeSchema attribute = schema.byNumber(field.getInt(null));
                assertThat(attribute).as(field.getName()).isNotNull();
                assertThat(attribute.name())
                        .isEqualTo(field.getName().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
    }

    @Test
    void everyKeyAndActionOfTheKernelHasAForm() {
        for (AttributeSchema key : KeyAttrs.builder().build().schema().attributes()) {
            boolean isKernelOnly = key.name().equals("tunnel-info");
            assertThat(isKernelOnly || KeyTable.get().byNumber(key.number()) != null)
                    .as(key.name())
                    .isTrue();
        }
        for (AttributeSchema action : ActionAttrs.builder().build().schema().attributes()) {
            boolean isOutput = action.number() == ActionAttrs.OUTPUT;
            assertThat(isOutput || ActionTable.get().byNumber(action.number()) != null)
                    .as(action.name())
                    .isTrue();
        }
    }
}
