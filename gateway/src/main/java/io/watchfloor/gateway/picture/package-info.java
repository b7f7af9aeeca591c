/**
 * The gateway's picture: what is known now, in memory. It is derived: read from the graph and from the picture stream
 * ({@link io.watchfloor.gateway.picture.PictureFeed}), reduced by highest version ({@link
 * io.watchfloor.gateway.picture.Picture}), and thrown away with the process.
 */
package io.watchfloor.gateway.picture;
