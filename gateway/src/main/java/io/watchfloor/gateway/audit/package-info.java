/** Proves that nobody cut the audit log's end off: what only its own chain cannot show. */
package io.watchfloor.gateway.audit;
