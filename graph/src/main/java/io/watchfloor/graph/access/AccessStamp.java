package io.watchfloor.graph.access;

import org.neo4j.driver.TransactionContext;

/** Changes with every change to users and keys, so that every gateway reads anew. */
final class AccessStamp {
    private AccessStamp() {}

    static void change(TransactionContext tx) {
        tx.run("MERGE (stamp:AccessStamp {id: 'access'}) SET stamp.stamp = randomUUID()")
                .consume();
    }
}
