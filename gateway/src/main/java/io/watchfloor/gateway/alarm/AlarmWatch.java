package io.watchfloor.gateway.alarm;

import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers since when each alarm holds, and says when it comes and goes. Belongs to one event loop. */
public final class AlarmWatch {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmWatch.class);

    /** Every code there is; each has a figure from the start, so that one that never came is 0 and not absent. */
    public static final List<String> CODES = List.of(
            "stalled", "silent", "journal", "gap", "reset", "checkpoint", "disk", "memory", "queue", "clock", "audit");

    private final AlarmRules rules = new AlarmRules();
    private final Clock clock;
    private final Map<String, Long> sinceMillis = new HashMap<>();
    private List<Health.Alarm> alarms = List.of();

    /** None yet. */
    public AlarmWatch(Clock clock, GatewayMetrics metrics) {
        this.clock = clock;
        for (String code : CODES) {
            metrics.gauge("watchfloor.alarm", "alarm", code, () -> count(code));
        }
    }

    /** Looks at these figures; to be called once a second. */
    public void look(Figures figures) {
        long now = clock.millis();
        List<Health.Alarm> raised = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (AlarmRules.Raised each : rules.look(figures, now)) {
            keys.add(each.key());
            Long known = sinceMillis.get(each.key());
            long since = since(each, known, now);
            if (known == null || known != since) {
                LOG.warn("alarm: {} ({})", each.key(), each.value());
                sinceMillis.put(each.key(), since);
            }
            raised.add(new Health.Alarm(each.code(), each.about(), each.value(), since));
        }
        sinceMillis.keySet().removeIf(key -> {
            if (!keys.contains(key)) {
                LOG.info("over: {}", key);
            }
            return !keys.contains(key);
        });
        alarms = List.copyOf(raised);
    }

    /** What happens again while it is shown is news. */
    private static long since(AlarmRules.Raised raised, Long known, long now) {
        if (raised.happenedAtMillis() != null) {
            return raised.happenedAtMillis();
        }
        return known == null ? now : known;
    }

    /** What holds now, in a fixed order. */
    public List<Health.Alarm> alarms() {
        return alarms;
    }

    private long count(String code) {
        return alarms.stream().filter(alarm -> alarm.code().equals(code)).count();
    }
}
