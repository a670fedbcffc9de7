package vn.edu.privacy.standalone.demo;

import java.util.ArrayList;
import java.util.List;

/** A place in a class, with the age that fits it. */
record Place(String schoolId, String className, int number, int age) {

    private static final int CLASS_SIZE = 35;
    private static final int SMALL_CLASS_SIZE = 12;

    /** 420 places in 12 grades from 5 to 18, and 60 places in 5 grades. */
    static List<Place> all() {
        List<Place> places = new ArrayList<>();
        for (int grade = 1; grade <= 12; grade++) {
            for (int number = 1; number <= CLASS_SIZE; number++) {
                places.add(new Place(DemoWorld.FIRST_SCHOOL, grade + "A", number, age(grade, number)));
            }
        }
        for (int grade = 1; grade <= 5; grade++) {
            for (int number = 1; number <= SMALL_CLASS_SIZE; number++) {
                places.add(new Place(DemoWorld.SECOND_SCHOOL, grade + "B", number, age(grade, number)));
            }
        }
        return places;
    }

    private static int age(int grade, int number) {
        if (grade == 12 && number > 25) {
            return 18;
        }
        return number % 4 == 0 ? grade + 4 : grade + 5;
    }

    boolean isClass(String schoolId, String className) {
        return this.schoolId.equals(schoolId) && this.className.equals(className);
    }
}
