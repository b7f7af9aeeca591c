package io.watchfloor.gateway.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id (RFC 9106) at the cost that OWASP's password storage cheat sheet names: 19 MiB, two
 * passes. One at a time on a thread of its own, so that a wave of sign-ins takes neither the processor nor the memory; who
 * asks takes turns with others, by address, so that such a wave keeps nobody else out.
 */
public final class Passwords {
    /** Fewest characters of a password. */
    public static final int LEAST_CHARACTERS = 12;

    /** Most characters of a password. */
    public static final int MOST_CHARACTERS = 128;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MOST_WAITING = 64;
    private static final int MOST_WAITING_OF_ONE = 4;
    private static final Pattern ENCODED =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=1\\$([^$]{1,64})\\$([^$]{1,128})");

    private final WorkerExecutor worker;
    private final String nobodys = encode("nobody's password", Secrets.bytes(SALT_BYTES));
    private final Turns turns = new Turns(MOST_WAITING_OF_ONE, MOST_WAITING);

    /** Works on a thread of this Vert.x. */
    public Passwords(Vertx vertx) {
        this.worker = vertx.createSharedWorkerExecutor("passwords", 1);
    }

    /** What is kept of a password; fails with {@link io.watchfloor.gateway.desk.OverloadedException} when too many wait. */
    public Future<String> hash(String address, String password) {
        return run(address, () -> encode(password, Secrets.bytes(SALT_BYTES)));
    }

    /** Whether it is the password; takes as long when there is none, which {@code kept} of null says. */
    public Future<Boolean> fits(String address, String password, String kept) {
        return run(address, () -> matches(password, kept == null ? nobodys : kept) && kept != null);
    }

    private <T> Future<T> run(String address, Callable<T> work) {
        return turns.take(address, () -> worker.executeBlocking(work, true));
    }

    static String encode(String password, byte[] salt) {
        byte[] hash = argon2(password, salt, MEMORY_KIB, PASSES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }

    static boolean matches(String password, String encoded) {
        Matcher parts = ENCODED.matcher(encoded);
        if (!parts.matches()) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(3));
        byte[] expected = Base64.getDecoder().decode(parts.group(4));
        byte[] hash = argon2(
                password, salt, Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), expected.length);
        return MessageDigest.isEqual(hash, expected);
    }

    private static byte[] argon2(String password, byte[] salt, int memoryKib, int passes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
