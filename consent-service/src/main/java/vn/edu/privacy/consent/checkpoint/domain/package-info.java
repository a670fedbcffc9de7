/** Merkle trees (RFC 9162), the heads in them, and the chain of checkpoints over them. */
@NullMarked
package vn.edu.privacy.consent.checkpoint.domain;

import org.jspecify.annotations.NullMarked;
