// Package saved reads reports that were written as JSON: one, or as NDJSON several.
// They are read one after the other, so that a file may be longer than memory.
package saved
