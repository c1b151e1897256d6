package factfile

// Begin writes a document that says on which day a service is judged, what it is
// called if that is known, and nothing else. It is YAML whatever its name.
func Begin(day, name string) (*File, error) {
	text := "# Facts about an online service, for evaluate. Null means that nobody knows yet; that is\n" +
		"# never taken for a yes or a no.\n" +
		"assessment:\n  # The day on which the service is judged.\n  date: " + literal(day, false) + "\n\nservice:\n  name: "
	if name == "" {
		text += "null\n"
	} else {
		text += literal(name, false) + "\n"
	}
	return Open("facts.yaml", []byte(text))
}
