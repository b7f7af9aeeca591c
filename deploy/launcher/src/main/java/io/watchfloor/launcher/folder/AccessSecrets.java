package io.watchfloor.launcher.folder;

import io.watchfloor.contract.Sha256;
import io.watchfloor.graph.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The data folder's keys: of the simulated people, of whoever is at this machine, what seals second factors, and what lets
 * the first user in. Each is in a file that its owner alone can read; the gateway is told hashes of keys only.
 *
 * @param keyFile what the gateway is told of keys
 * @param sealKey 32 bytes in base 64 that seal second factors
 * @param firstSecret lets the first user in while nobody has a password; another at each start
 * @param simulatorKeyFile where the key of the simulated people is
 */
public record AccessSecrets(Path keyFile, String sealKey, String firstSecret, Path simulatorKeyFile) {
    /** Name of the file with the key of whoever is at this machine. */
    public static final String LOCAL_KEY = "local-key";

    private static final String SIMULATOR_KEY = "simulator-key";
    private static final String FIRST_SECRET = "first-secret";
    private static final int KEY_BYTES = 32;

    private static final Set<Role> SIMULATED = Set.of(Role.FEED, Role.CALL_TAKER, Role.DISPATCHER, Role.DUTY_OFFICER);
    private static final Set<Role> LOCAL =
            Set.of(Role.FEED, Role.CALL_TAKER, Role.DISPATCHER, Role.DUTY_OFFICER, Role.SYSTEM_ADMIN);

    /** The folder's keys; made when there are none yet. */
    public static AccessSecrets of(DataFolder folder) throws IOException {
        String simulator = SecretFile.of(folder, SIMULATOR_KEY, KEY_BYTES);
        String local = SecretFile.of(folder, LOCAL_KEY, KEY_BYTES);
        Path keyFile = SecretFile.write(
                folder, "api-keys", line("simulator", SIMULATED, simulator) + line("local", LOCAL, local));
        byte[] sealKey = Base64.getUrlDecoder().decode(SecretFile.of(folder, "access-key", KEY_BYTES));
        Files.deleteIfExists(folder.secrets().resolve(FIRST_SECRET));
        return new AccessSecrets(
                keyFile,
                Base64.getEncoder().encodeToString(sealKey),
                SecretFile.of(folder, FIRST_SECRET, KEY_BYTES),
                folder.secrets().resolve(SIMULATOR_KEY));
    }

    /** Somebody has a password: the secret lets nobody in any more. */
    public static void forgetFirst(DataFolder folder) throws IOException {
        Files.deleteIfExists(folder.secrets().resolve(FIRST_SECRET));
    }

    private static String line(String name, Set<Role> roles, String key) {
        String names = roles.stream().map(Role::wireName).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(","));
        return name + " " + names + " others " + Sha256.hex(key) + "\n";
    }
}
