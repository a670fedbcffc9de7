/** Checkpoints: from time to time one signed root over the heads of all chains, which cannot be rewritten unseen. */
@NullMarked
package vn.edu.privacy.consent.checkpoint;

import org.jspecify.annotations.NullMarked;
