package io.watchfloor.graph.access;

import io.watchfloor.graph.connection.GraphTransactions;
import io.watchfloor.graph.connection.GraphUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who may sign in. Of passwords, recovery codes and one-time secrets only hashes are kept; what has to be read again, the
 * second factor's secret, comes in sealed. Every change has its row in the audit log of the world it was made from.
 *
 * @implSpec every method throws {@link GraphUnavailableException} when the graph cannot be reached
 */
public interface UserRegister {
    /** On the graph that these transactions reach. */
    static UserRegister on(GraphTransactions transactions, Clock clock) {
        return new GraphUserRegister(transactions, clock);
    }

    /** Id of the user that the first start makes. */
    String FIRST_ID = "U-FIRST";

    /**
     * A user.
     *
     * @param name what they sign in with and what the audit log calls them; unique, whatever its capital letters
     * @param areaIds areas they answer for; empty for the whole district
     * @param personId who of the roster they are; null when nobody
     * @param disabled whether they may not sign in any more
     * @param ready whether they have a password and a second factor, or sign in at the organization's own provider
     * @param recoveryCodesLeft codes that may still stand in for the second factor
     */
    record User(
            String id,
            String name,
            Set<Role> roles,
            Set<String> areaIds,
            String personId,
            boolean disabled,
            boolean ready,
            int recoveryCodesLeft,
            String createdBy,
            Instant createdAt) {
        /** Another for everything that {@link UserRegister#change} may set; the same for the same. */
        public String version() {
            String said = String.join(
                    "\n",
                    new TreeSet<>(roles).toString(),
                    new TreeSet<>(areaIds).toString(),
                    String.valueOf(personId),
                    String.valueOf(disabled));
            return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
        }
    }

    /** What a user is made or changed to. */
    record Draft(String name, Set<Role> roles, Set<String> areaIds, String personId, boolean disabled) {}

    /** A secret that lets somebody in once, to set a password: its hash, and until when. */
    record Once(String hash, Instant until) {}

    /** What a sign-in is checked against; {@code passwordHash} and {@code sealedFactor} are null until they are set. */
    record Credentials(User user, String passwordHash, String sealedFactor) {}

    /** What setting up leaves: {@code step} is the time step of the code that proved the factor. */
    record Setup(String name, String passwordHash, String sealedFactor, long step, List<String> recoveryHashes) {}

    /** Why it was not done. */
    enum Refusal {
        NAME_TAKEN,
        USER_UNKNOWN,
        TWO_ADMINS,
        KEY_UNKNOWN,
        CHANGED_MEANWHILE
    }

    /** What came of it: one of both is null. */
    record Changed<T>(Refusal refusal, T value) {
        /** Whether it was done. */
        public boolean isDone() {
            return refusal == null;
        }
    }

    /** Every user, by name. */
    List<User> list();

    /** Another text after every change of users and keys. */
    String readStamp();

    /** The user of this name with what their sign-in is checked against. */
    Optional<Credentials> findCredentials(String name);

    /** Makes a user who may come in once with a secret. */
    Changed<User> create(String world, Draft draft, Once once, String actor);

    /**
     * Changes what a user may do, and whether they may sign in; the name stays.
     *
     * @param of the {@link User#version} that is to be changed, refused when it is another by now; null for any
     */
    Changed<User> change(String world, String userId, Draft draft, String of, String actor);

    /** Forgets password and second factor; the user may come in once with a secret. */
    Changed<User> reset(String world, String userId, Once once, String actor);

    /** Whether nobody has a password or a provider yet. */
    boolean isFirstOpen();

    /** Lets the first user in with this secret, unless somebody has set a password already; says whether it does. */
    boolean openFirst(String world, Once once, Set<Role> roles);

    /** The user whom this secret lets in; it does so once. */
    Optional<User> takeOnce(String world, String onceHash);

    /** Sets password and second factor; a name of null stays as it is. */
    Changed<User> setUp(String world, String userId, Setup setup);

    /** Takes a code's time step; false when it or a later one was taken before. */
    boolean takeStep(String userId, long step);

    /** Takes a recovery code; false when there is none such. */
    boolean takeRecovery(String world, String userId, String codeHash);

    /** The user of this name, who from now on is this subject of the provider; none when the name is another subject's. */
    Optional<User> bind(String world, String name, String subject);
}
