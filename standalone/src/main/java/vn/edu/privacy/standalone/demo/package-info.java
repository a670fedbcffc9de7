/** Invented people, schools and purposes, the same on every machine. */
@NullMarked
package vn.edu.privacy.standalone.demo;

import org.jspecify.annotations.NullMarked;
