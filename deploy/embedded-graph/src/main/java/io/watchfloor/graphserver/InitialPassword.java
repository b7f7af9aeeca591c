package io.watchfloor.graphserver;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.kernel.impl.security.User;
import org.neo4j.logging.NullLogProvider;
import org.neo4j.memory.EmptyMemoryTracker;
import org.neo4j.server.security.SecureHasher;
import org.neo4j.server.security.SystemGraphCredential;
import org.neo4j.server.security.auth.CommunitySecurityModule;
import org.neo4j.server.security.auth.FileUserRepository;

/**
 * The password of the user {@code neo4j}. On a new folder it is laid down before the server opens its port, as {@code
 * neo4j-admin dbms set-initial-password} does, so that the well-known default is never accepted; on a folder in use
 * the setting is made to hold.
 */
final class InitialPassword {
    private static final String USER = "neo4j";

    private InitialPassword() {}

    /** Before the first start of a folder; nothing on a later one. */
    static void layDown(Path home, String password) throws Exception {
        Config config =
                Config.newBuilder().set(GraphDatabaseSettings.neo4j_home, home).build();
        Path file = CommunitySecurityModule.getInitialUserRepositoryFile(config);
        if (Files.exists(file)) {
            return;
        }
        SystemGraphCredential credential = SystemGraphCredential.createCredentialForPassword(
                password.getBytes(StandardCharsets.UTF_8), new SecureHasher());
        try (DefaultFileSystemAbstraction files = new DefaultFileSystemAbstraction()) {
            FileUserRepository users =
                    new FileUserRepository(files, file, NullLogProvider.getInstance(), EmptyMemoryTracker.INSTANCE);
            users.start();
            users.create(new User(USER, null, credential, false, false));
            users.shutdown();
        }
    }

    /**
     * After a start: whatever the password was before, it is this one now. Neo4j refuses to set the one that already
     * holds, so another comes between, in the same transaction and thus never seen outside.
     */
    static void make(DatabaseManagementService server, String password) {
        try (Transaction tx =
                server.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME).beginTx()) {
            alter(tx, UUID.randomUUID().toString());
            alter(tx, password);
            tx.commit();
        }
    }

    private static void alter(Transaction tx, String password) {
        tx.execute("""
                        ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED
                        """, Map.of("password", password)).close();
    }
}
