/** Who could be sent, and why, and why not: the answer to {@code GET /api/v1/incidents/{id}/candidates}. */
package io.watchfloor.contract.dispatch;
