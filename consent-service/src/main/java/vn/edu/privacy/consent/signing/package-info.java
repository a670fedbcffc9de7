/** The keys that sign what people keep of us: receipts and checkpoints. Everybody may have the public halves. */
@NullMarked
package vn.edu.privacy.consent.signing;

import org.jspecify.annotations.NullMarked;
