package words

import (
	"encoding/json"
	"fmt"
)

// Literal writes a value as it could stand in a fact file.
func Literal(value any) string {
	if s, ok := value.(string); ok {
		return s
	}
	content, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(content)
}
