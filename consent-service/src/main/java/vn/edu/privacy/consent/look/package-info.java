/** Who of the school's people and systems looked at what stands about a student, and how the family learns of it (S-12). */
@NullMarked
package vn.edu.privacy.consent.look;

import org.jspecify.annotations.NullMarked;
