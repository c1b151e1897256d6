// Package writing holds what writers of reports have in common, whatever the
// reports are about: text that is safe where it is shown, Markdown that fits a
// size, tables as CSV, annotations of GitHub Actions.
//
// Names, values and reasons come from files that anybody may have written.
// Formats that are read line by line, or shown as they are, get them through
// [OneLine]; formats with an encoder of their own (JSON, XML, CSV) get them whole.
package writing
