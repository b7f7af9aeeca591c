package io.watchfloor.graph.access;

import io.watchfloor.graph.audit.DeskAction;
import io.watchfloor.graph.audit.DeskLog;
import io.watchfloor.graph.connection.GraphTime;
import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.decision.DeskIds;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Users as nodes. Who changes one locks it first, so that no code and no secret is taken twice. */
final class GraphUserRegister implements UserRegister {
    private final GraphTransactions transactions;
    private final Clock clock;

    GraphUserRegister(GraphTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<User> list() {
        return transactions.read(tx -> tx.run("MATCH (user:User) RETURN user ORDER BY user.nameKey")
                .list(row -> UserNode.from(row.get("user"))));
    }

    @Override
    public String readStamp() {
        return transactions.read(
                tx -> tx.run("MATCH (stamp:AccessStamp {id: 'access'}) RETURN stamp.stamp AS stamp").stream()
                        .map(row -> row.get("stamp").asString())
                        .findFirst()
                        .orElse(""));
    }

    @Override
    public Optional<Credentials> findCredentials(String name) {
        return transactions.read(tx ->
                tx.run("MATCH (user:User {nameKey: $key}) RETURN user", Map.of("key", UserNode.key(name))).stream()
                        .map(row -> UserNode.credentials(row.get("user")))
                        .findFirst());
    }

    @Override
    public Changed<User> create(String world, Draft draft, Once once, String actor) {
        DeskAction action = new DeskAction("create-user", actor, null, null, draft.personId(), said(draft), null);
        return transactions.write(tx -> {
            if (!Role.mayBeOnePersons(draft.roles())) {
                return refused(tx, world, action, Refusal.TWO_ADMINS);
            }
            String id = DeskIds.user();
            Value node = tx.run("""
                            MERGE (user:User {nameKey: $key})
                              ON CREATE SET user.id = $id
                            SET user._lock = true
                            WITH user
                            RETURN user
                            """, Map.of("key", UserNode.key(draft.name()), "id", id))
                    .single()
                    .get("user");
            if (!node.get("id").asString().equals(id)) {
                return refused(tx, world, action, Refusal.NAME_TAKEN);
            }
            Map<String, Object> properties = properties(draft);
            properties.put("name", draft.name().strip());
            properties.put("createdBy", actor);
            properties.put("createdAt", GraphTime.toGraph(now()));
            properties.putAll(onceProperties(once));
            return done(tx, world, action, write(tx, id, properties));
        });
    }

    @Override
    public Changed<User> change(String world, String userId, Draft draft, String of, String actor) {
        DeskAction action = new DeskAction("change-user", actor, null, null, draft.personId(), said(draft), userId);
        return transactions.write(tx -> {
            if (!Role.mayBeOnePersons(draft.roles())) {
                return refused(tx, world, action, Refusal.TWO_ADMINS);
            }
            Optional<User> known = lock(tx, userId).map(UserNode::from);
            if (known.isEmpty()) {
                return refused(tx, world, action, Refusal.USER_UNKNOWN);
            }
            return of == null || of.equals(known.get().version())
                    ? done(tx, world, action, write(tx, userId, properties(draft)))
                    : refused(tx, world, action, Refusal.CHANGED_MEANWHILE);
        });
    }

    @Override
    public Changed<User> reset(String world, String userId, Once once, String actor) {
        DeskAction action = new DeskAction("reset-user", actor, null, null, null, null, userId);
        return transactions.write(tx -> {
            if (lock(tx, userId).isEmpty()) {
                return refused(tx, world, action, Refusal.USER_UNKNOWN);
            }
            Map<String, Object> properties = onceProperties(once);
            for (String forgotten : List.of("passwordHash", "sealedFactor", "recoveryHashes", "subject")) {
                properties.put(forgotten, null);
            }
            return done(tx, world, action, write(tx, userId, properties));
        });
    }

    @Override
    public boolean isFirstOpen() {
        return transactions.read(GraphUserRegister::isFirstOpen);
    }

    @Override
    public boolean openFirst(String world, Once once, Set<Role> roles) {
        return transactions.write(tx -> {
            tx.run("""
                            MERGE (user:User {nameKey: 'first-officer'})
                              ON CREATE SET user.id = $id, user.name = 'first-officer', user.createdBy = 'start',
                                user.createdAt = $now
                            SET user._lock = true
                            """, Map.of("id", FIRST_ID, "now", GraphTime.toGraph(now()))).consume();
            if (!isFirstOpen(tx)) {
                return false;
            }
            Map<String, Object> properties = onceProperties(once);
            properties.put("roles", UserNode.names(roles));
            write(tx, FIRST_ID, properties);
            return true;
        });
    }

    @Override
    public Optional<User> takeOnce(String world, String onceHash) {
        return transactions.write(tx -> {
            List<Value> found = tx.run("""
                            MATCH (user:User {onceHash: $hash})
                            SET user._lock = true
                            WITH user WHERE user.onceHash = $hash AND user.onceUntil > $now
                              AND NOT coalesce(user.disabled, false)
                            SET user.onceHash = null, user.onceUntil = null
                            RETURN user
                            """, Map.of("hash", onceHash, "now", GraphTime.toGraph(now())))
                    .list(row -> row.get("user"));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            User user = UserNode.from(found.get(0));
            note(tx, world, new DeskAction("sign-in-once", user.name(), null, null, null, null, user.id()), null);
            return Optional.of(user);
        });
    }

    @Override
    public Changed<User> setUp(String world, String userId, Setup setup) {
        return transactions.write(tx -> {
            Optional<Value> node = lock(tx, userId);
            String name = setup.name() == null ? null : setup.name().strip();
            String known = node.map(user -> user.get("name").asString()).orElse("");
            DeskAction action =
                    new DeskAction("set-up-user", name == null ? known : name, null, null, null, null, userId);
            if (node.isEmpty()) {
                return refused(tx, world, action, Refusal.USER_UNKNOWN);
            }
            if (name != null && isTaken(tx, userId, name)) {
                return refused(tx, world, action, Refusal.NAME_TAKEN);
            }
            Map<String, Object> properties = new HashMap<>(Map.of(
                    "passwordHash", setup.passwordHash(),
                    "sealedFactor", setup.sealedFactor(),
                    "lastStep", setup.step(),
                    "recoveryHashes", setup.recoveryHashes()));
            if (name != null) {
                properties.put("name", name);
                properties.put("nameKey", UserNode.key(name));
            }
            return done(tx, world, action, write(tx, userId, properties));
        });
    }

    @Override
    public boolean takeStep(String userId, long step) {
        return transactions.write(tx -> {
            Optional<Value> node = lock(tx, userId);
            if (node.isEmpty() || node.get().get("lastStep").asLong(0) >= step) {
                return false;
            }
            tx.run("MATCH (user:User {id: $id}) SET user.lastStep = $step", Map.of("id", userId, "step", step))
                    .consume();
            return true;
        });
    }

    @Override
    public boolean takeRecovery(String world, String userId, String codeHash) {
        return transactions.write(tx -> {
            Optional<Value> node = lock(tx, userId);
            if (node.isEmpty()
                    || !node.get().get("recoveryHashes").asList(List.of()).contains(codeHash)) {
                return false;
            }
            tx.run("""
                            MATCH (user:User {id: $id})
                            SET user.recoveryHashes = [kept IN user.recoveryHashes WHERE kept <> $hash]
                            """, Map.of("id", userId, "hash", codeHash)).consume();
            String name = node.get().get("name").asString();
            note(tx, world, new DeskAction("use-recovery-code", name, null, null, null, null, userId), null);
            return true;
        });
    }

    @Override
    public Optional<User> bind(String world, String name, String subject) {
        return transactions.write(tx -> tx.run("""
                        MATCH (user:User {nameKey: $key})
                        SET user._lock = true
                        WITH user WHERE NOT coalesce(user.disabled, false)
                          AND (user.subject IS NULL OR user.subject = $subject)
                        SET user.subject = $subject
                        RETURN user
                        """, Map.of("key", UserNode.key(name), "subject", subject)).stream()
                .map(row -> {
                    AccessStamp.change(tx);
                    return UserNode.from(row.get("user"));
                })
                .findFirst());
    }

    private static boolean isFirstOpen(TransactionContext tx) {
        return tx.run("""
                        MATCH (user:User) WHERE user.passwordHash IS NOT NULL OR user.subject IS NOT NULL
                        RETURN count(user) AS count
                        """).single().get("count").asLong() == 0;
    }

    private static boolean isTaken(TransactionContext tx, String userId, String name) {
        return tx.run(
                        "MATCH (user:User {nameKey: $key}) WHERE user.id <> $id RETURN user",
                        Map.of("key", UserNode.key(name), "id", userId))
                .hasNext();
    }

    private static Optional<Value> lock(TransactionContext tx, String userId) {
        return tx
                .run("MATCH (user:User {id: $id}) SET user._lock = true WITH user RETURN user", Map.of("id", userId))
                .stream()
                .map(row -> row.get("user"))
                .findFirst();
    }

    private static Value write(TransactionContext tx, String userId, Map<String, Object> properties) {
        AccessStamp.change(tx);
        return tx.run(
                        "MATCH (user:User {id: $id}) SET user += $properties RETURN user",
                        Map.of("id", userId, "properties", properties))
                .single()
                .get("user");
    }

    private Changed<User> done(TransactionContext tx, String world, DeskAction action, Value node) {
        User user = UserNode.from(node);
        note(tx, world, action.withAbout(user.id()), null);
        return new Changed<>(null, user);
    }

    private Changed<User> refused(TransactionContext tx, String world, DeskAction action, Refusal refusal) {
        note(tx, world, action, refusal.name());
        return new Changed<>(refusal, null);
    }

    private void note(TransactionContext tx, String world, DeskAction action, String refusal) {
        new DeskLog(tx, world, now()).note(action, refusal);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Map<String, Object> properties(Draft draft) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("roles", UserNode.names(draft.roles()));
        properties.put("areaIds", UserNode.sorted(draft.areaIds()));
        properties.put("personId", draft.personId());
        properties.put("disabled", draft.disabled());
        return properties;
    }

    private static Map<String, Object> onceProperties(Once once) {
        return new HashMap<>(Map.of("onceHash", once.hash(), "onceUntil", GraphTime.toGraph(once.until())));
    }

    private static String said(Draft draft) {
        return draft.name() + ": " + String.join(" ", UserNode.names(draft.roles()))
                + (draft.areaIds().isEmpty() ? "" : " @ " + String.join(" ", UserNode.sorted(draft.areaIds())))
                + (draft.disabled() ? " (disabled)" : "");
    }
}
