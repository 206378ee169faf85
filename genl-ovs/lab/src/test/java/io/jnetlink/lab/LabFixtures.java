package io.jnetlink.lab;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test classes that only the tests of the lab's engine run. */
final class LabFixtures {

    private LabFixtures() {}

    @InKernelLab
    static class Outcomes {

        @Test
        void passes() {
            assertThat(KernelLab.isInside()).isTrue();
        }

        @Test
        void fails() {
            throw new AssertionError("two is not three");
        }

        @Test
        void throwsSomething() {
            throw new IllegalStateException("out of order");
        }

        @Test
        void isAborted() {
            Assumptions.abort("no such device");
        }

        @Test
        @Disabled("broken for years")
        void isDisabled() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void isLessThanThree(int number) {
            assertThat(number).isLessThan(3);
        }

        @Nested
        class Within {

            @Test
            void passesToo() {
                assertThat(KernelLab.isInside()).isTrue();
            }
        }
    }

    static class Mixed {

        @Test
        void runsHere() {}

        @Test
        @RequiresOpenVSwitch
        void runsElsewhere() {}
    }

    @RequiresOpenVSwitch
    static class Properties {

        @Property(tries = 5)
        boolean holds(@ForAll int number) {
            return number == (long) number && KernelLab.isInside();
        }
    }

    @InKernelLab
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Deadly {

        @Test
        @Order(1)
        void passes() {}

        @Test
        @Order(2)
        void takesTheKernelDown() {
            System.err.println("the fixture ends the kernel");
            Runtime.getRuntime().halt(125);
        }

        @Test
        @Order(3)
        void comesTooLate() {}
    }
}
