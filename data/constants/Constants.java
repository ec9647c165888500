// Prints the constants for status codes of Spring and of the JDK, a line `library code name` each.

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.HttpURLConnection;
import org.springframework.http.HttpStatus;

class Constants {
    public static void main(String[] arguments) throws IllegalAccessException {
        for (Field field : HttpStatus.class.getFields()) {
            if (field.isEnumConstant() && !field.isAnnotationPresent(Deprecated.class)) {
                int code = ((HttpStatus) field.get(null)).value();
                System.out.println("spring " + code + " " + field.getName());
            }
        }
        for (Field field : HttpURLConnection.class.getFields()) {
            boolean isDeprecated = field.isAnnotationPresent(Deprecated.class);
            if (field.getName().startsWith("HTTP_") && Modifier.isStatic(field.getModifiers()) && !isDeprecated) {
                System.out.println("jdk " + field.get(null) + " " + field.getName());
            }
        }
    }
}
