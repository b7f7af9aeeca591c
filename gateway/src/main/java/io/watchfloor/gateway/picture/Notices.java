package io.watchfloor.gateway.picture;

import io.watchfloor.contract.Notice;
import io.watchfloor.gateway.redis.StreamId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Messages from the floor to people in a part of the map; of many the newest, and whoever shows them looks at their time. */
final class Notices {
    private static final int KEPT = 100;

    private final Journal journal;
    private final Map<String, Upsert<Notice>> entries = new BoundedMap<>(KEPT);

    Notices(Journal journal) {
        this.journal = journal;
    }

    void apply(Notice notice, StreamId at) {
        if (entries.computeIfAbsent(notice.id(), Upsert::new).offer(notice, notice.version(), at)) {
            journal.notice(notice.id());
        }
    }

    Collection<Upsert<Notice>> all() {
        return entries.values();
    }

    Optional<Upsert<Notice>> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    static boolean isTo(Notice notice, String personId) {
        return notice.receipts().stream().anyMatch(receipt -> receipt.personId().equals(personId));
    }
}
