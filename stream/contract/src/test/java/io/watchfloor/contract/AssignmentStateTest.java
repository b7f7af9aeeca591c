package io.watchfloor.contract;

import static io.watchfloor.contract.AssignmentState.ACCEPTED;
import static io.watchfloor.contract.AssignmentState.DECLINED;
import static io.watchfloor.contract.AssignmentState.DONE;
import static io.watchfloor.contract.AssignmentState.EN_ROUTE;
import static io.watchfloor.contract.AssignmentState.LEFT;
import static io.watchfloor.contract.AssignmentState.OFFERED;
import static io.watchfloor.contract.AssignmentState.ON_SCENE;
import static io.watchfloor.contract.AssignmentState.RECALLED;
import static io.watchfloor.contract.AssignmentState.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AssignmentStateTest {
    @Test
    @DisplayName("ASVS 2.3.1: the steps of an assignment come in their order, and none but these")
    void onlyTheseStepsAreAllowed() {
        assertThat(next(OFFERED))
                .containsExactlyInAnyOrder(ACCEPTED, EN_ROUTE, ON_SCENE, DECLINED, RECALLED, TIMED_OUT);
        assertThat(next(ACCEPTED)).containsExactlyInAnyOrder(EN_ROUTE, ON_SCENE, DONE, DECLINED, RECALLED, LEFT);
        assertThat(next(EN_ROUTE)).containsExactlyInAnyOrder(ON_SCENE, DONE, RECALLED, LEFT);
        assertThat(next(ON_SCENE)).containsExactlyInAnyOrder(DONE, RECALLED, LEFT);
    }

    @Test
    void nothingFollowsAnEnd() {
        for (AssignmentState end : EnumSet.of(DONE, DECLINED, RECALLED, TIMED_OUT, LEFT)) {
            assertThat(end.isActive()).isFalse();
            assertThat(next(end)).isEmpty();
        }
    }

    private static Set<AssignmentState> next(AssignmentState from) {
        Set<AssignmentState> allowed = EnumSet.noneOf(AssignmentState.class);
        for (AssignmentState to : AssignmentState.values()) {
            if (from.canBecome(to)) {
                allowed.add(to);
            }
        }
        return allowed;
    }
}
