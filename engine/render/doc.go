// Package render writes reports, one small writer per format. A writer prints
// what the report says and computes nothing.
package render
