package io.watchfloor.gateway.plan;

import io.watchfloor.graph.plan.AutomaticSending.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which areas send by themselves, as last read, and as set here since. An answer that was asked for before something was set
 * here may not know of it: an area that an officer has just stopped must not go on until it is read again.
 */
final class AutomaticAreas {
    private Map<String, Setting> settings = Map.of();
    private long changes;

    /** To be asked for before reading, and given back with the answer. */
    long mark() {
        return changes;
    }

    /** What was read; passed over when something was set here since the mark. */
    void read(long mark, List<Setting> known) {
        if (mark == changes) {
            Map<String, Setting> next = new HashMap<>();
            known.forEach(setting -> next.put(setting.areaId(), setting));
            settings = next;
        }
    }

    /** An area was set here. */
    void changed(Setting setting) {
        Map<String, Setting> next = new HashMap<>(settings);
        next.put(setting.areaId(), setting);
        settings = next;
        changes++;
    }

    /** Whether any area sends by itself. */
    boolean isAnyOn() {
        return settings.values().stream().anyMatch(Setting::on);
    }

    /** How the area is set when it sends by itself. */
    Optional<Setting> findOn(String areaId) {
        return Optional.ofNullable(settings.get(areaId)).filter(Setting::on);
    }
}
